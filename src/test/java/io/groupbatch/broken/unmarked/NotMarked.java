package io.groupbatch.broken.unmarked;

public class NotMarked {

}
