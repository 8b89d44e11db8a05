package io.groupbatch.broken.cli;

import org.springframework.stereotype.Component;

@Component
class IsABean {

}
