package io.groupbatch.broken.importjob;

import java.net.http.HttpClient;

public class CallsTheWeb {

	Class<?> known = HttpClient.class;

}
