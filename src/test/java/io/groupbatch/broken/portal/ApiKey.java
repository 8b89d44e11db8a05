package io.groupbatch.broken.portal;

public class ApiKey {

}
