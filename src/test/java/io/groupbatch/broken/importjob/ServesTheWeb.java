package io.groupbatch.broken.importjob;

import com.sun.net.httpserver.HttpServer;

public class ServesTheWeb {

	Class<?> known = HttpServer.class;

}
