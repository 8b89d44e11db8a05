package io.groupbatch.broken.importjob.send;

public class Sends {

}
