package io.scflocal.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's table of connection ends, row by row. */
class EndRulesTest {

    @ParameterizedTest
    @CsvSource({"1000, 200", "1010, 200", "1011, 456", "1001, 456", "1005, 456", "3000, 456", "4999, 456"})
    void closedByTheClient(int closeCode, int status) {
        assertEquals(
                status, EndRules.clientClosed(closeCode, UnclearEnds.FAILURE).code());
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1011, 200", "1010, 439", "1001, 439", "1005, 439", "3000, 439", "4999, 439"})
    void closedByTheFunction(int closeCode, int status) {
        assertEquals(
                status, EndRules.functionClosed(closeCode, UnclearEnds.FAILURE).code());
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_LOST, 456",
        "FUNCTION_LOST, 439",
        "PROCESS_EXITED, 439",
        "STOPPED, 439",
        "IDLE_TIMEOUT, 455",
        "EXECUTION_TIMEOUT, 433"
    })
    void cut(EndCause cause, int status) {
        assertEquals(status, EndRules.cut(cause).code());
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1001, 200", "1005, 200", "1002, 456", "4000, 456"})
    void unclearCloseOfAClientMayBeASuccess(int closeCode, int status) {
        assertEquals(
                status, EndRules.clientClosed(closeCode, UnclearEnds.SUCCESS).code());
    }

    @ParameterizedTest
    @CsvSource({"1011, 200", "1001, 200", "1005, 200", "1010, 439"})
    void unclearCloseOfAFunctionMayBeASuccess(int closeCode, int status) {
        assertEquals(
                status, EndRules.functionClosed(closeCode, UnclearEnds.SUCCESS).code());
    }

    @Test
    void lostPeerMayBeASuccess() {
        assertEquals(
                456, EndRules.lost(EndCause.CLIENT_LOST, UnclearEnds.FAILURE).code());
        assertEquals(
                439, EndRules.lost(EndCause.FUNCTION_LOST, UnclearEnds.FAILURE).code());
        assertEquals(
                200, EndRules.lost(EndCause.CLIENT_LOST, UnclearEnds.SUCCESS).code());
    }

    @Test
    void causeThatNeedsACloseCodeHasNoStatusWithoutOne() {
        assertThrows(IllegalArgumentException.class, () -> EndRules.cut(EndCause.CLIENT_CLOSED));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 399})
    void answerBelow400IsASuccess(int httpStatus) {
        assertEquals(FunctionStatus.SUCCESS, EndRules.answered(httpStatus));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500})
    void answerFrom400OnIsTheFunctionsFault(int httpStatus) {
        assertEquals(FunctionStatus.USER_CODE_EXCEPTION, EndRules.answered(httpStatus));
    }
}
