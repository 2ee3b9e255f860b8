package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Timeouts;
import org.junit.jupiter.api.Test;

class ConnectionSummaryTest {
    private final ConnectionSummary summary = new ConnectionSummary(Messages.in(Language.ENGLISH), Timeouts.DEFAULT);
    private final Events events = new Events(summary);

    @Test
    void aFailureIsToldWithoutTheSecretsOfItsQuery() {
        Invocation invocation = events.open("/release/chat?room=1&token=abc");
        events.end(invocation, FunctionStatus.USER_PROCESS_EXIT, EndCause.FUNCTION_LOST, 0, "");
        String told = String.join("\n", summary.lines());
        assertTrue(told.contains("/release/chat?room=1&token=redacted"), told);
    }
}
