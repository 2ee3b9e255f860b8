package io.scflocal.core.instance;

import io.scflocal.core.platform.FunctionStatus;

/** What can keep an instance from starting, with the platform's status. Each constant names the details that go with it. */
public enum StartProblem {
    /** The folder has no {@code scf_bootstrap}. Details: path of the missing file. */
    START_FILE_MISSING(FunctionStatus.CONTAINER_INIT_ERROR),
    /** {@code scf_bootstrap} is a directory or can't be read. Details: its path. */
    START_FILE_UNREADABLE(FunctionStatus.CONTAINER_INIT_ERROR),
    /** The execute bit is missing. Details: path of the start file. */
    NOT_EXECUTABLE(FunctionStatus.CONTAINER_INIT_ERROR),
    /** The start file has Windows line endings. Details: number of the first such line. */
    WINDOWS_LINE_ENDINGS(FunctionStatus.CONTAINER_INIT_ERROR),
    /** The start file begins with a byte order mark. Details: none. */
    BYTE_ORDER_MARK(FunctionStatus.CONTAINER_INIT_ERROR),
    /** The first line is not {@code #!} and an interpreter, and the file is no binary. Details: the first line. */
    NO_SHEBANG(FunctionStatus.CONTAINER_INIT_ERROR),
    /** The interpreter named in the first line does not exist, here or mapped. Details: the interpreter's path. */
    INTERPRETER_MISSING(FunctionStatus.CONTAINER_INIT_ERROR),
    /** The user has chosen a program for an interpreter that does not exist or can't be run. Details: its path, the interpreter's path. */
    CHOSEN_INTERPRETER_MISSING(FunctionStatus.CONTAINER_INIT_ERROR),
    /** The operating system refused to start the file for another reason. Details: what it said. */
    NOT_STARTED(FunctionStatus.CONTAINER_INIT_ERROR),
    /** The process ended before port 9000 opened. Details: exit status, what it means in words (may be empty). */
    EXITED_BEFORE_READY(FunctionStatus.CONTAINER_STATE_EXITED),
    /** As before, because a library is not there. Details: exit status, its name. */
    MODULE_MISSING(FunctionStatus.CONTAINER_STATE_EXITED),
    /** Nothing listens on 9000 within the initialisation timeout. Details: the timeout in seconds. */
    NOTHING_LISTENS(FunctionStatus.PORT_BINDING_FAILED),
    /** The process listens, but on other ports. Details: the timeout in seconds, the ports it listens on. */
    LISTENS_ELSEWHERE(FunctionStatus.PORT_BINDING_FAILED),
    /** The process listens on 9000, but on the loopback address only, in a sandbox as in the cloud out of reach. Details: the port. */
    LOOPBACK_ONLY(FunctionStatus.PORT_BINDING_FAILED),
    /** The sandbox was not there within the initialisation timeout. Details: the timeout in seconds. */
    NOT_BEGUN(FunctionStatus.INIT_CONTAINER_TIMEOUT),
    /** All instances that may run are busy. Details: how many may run, connections per instance. */
    RESOURCE_LIMIT(FunctionStatus.RESOURCE_LIMIT_REACHED),
    /** A sandbox was asked for and can't run. Details: the reason, the packages to install (may be empty). */
    SANDBOX_UNAVAILABLE(FunctionStatus.INTERNAL_ERROR),
    /** The start file is for a shell, and this Windows has no bash. Details: none. */
    BASH_MISSING(FunctionStatus.INTERNAL_ERROR),
    /** Port 9000 is taken by somebody else before the start. Details: port, process id, command of the holder (empty if unknown). */
    FUNCTION_PORT_BUSY(FunctionStatus.PORT_BINDING_FAILED),
    /** The function is to be debugged, and there is no free port for it. Details: the port from which on one was looked for. */
    NO_DEBUG_PORT(FunctionStatus.INTERNAL_ERROR),
    /** The function is to be debugged, and its Python lacks debugpy. Details: path of the interpreter. */
    NO_DEBUGPY(FunctionStatus.CONTAINER_STATE_EXITED),
    /** The gateway's port is taken. Details: port, process id, command of the holder (empty if unknown). */
    GATEWAY_PORT_BUSY(FunctionStatus.INTERNAL_ERROR),
    /** The certificate for {@code wss://} can't be made or read. Details: the directory, what the system said. */
    CERTIFICATE_UNUSABLE(FunctionStatus.INTERNAL_ERROR),
    /** The capture can't be written. Details: the directory; the failure has the cause. */
    CAPTURE_UNWRITABLE(FunctionStatus.INTERNAL_ERROR),
    /** The start was given up because the emulator was stopped. Details: none. */
    CANCELLED(FunctionStatus.REQUEST_CANCELED);

    private final FunctionStatus status;

    StartProblem(FunctionStatus status) {
        this.status = status;
    }

    /** The platform's status for it. */
    public FunctionStatus status() {
        return status;
    }
}
