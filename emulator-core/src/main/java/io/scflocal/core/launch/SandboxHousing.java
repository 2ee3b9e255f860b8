package io.scflocal.core.launch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.StartFile;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.port.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Sandboxes.
 *
 * @param standIns what is put under {@code /var/lang}
 * @param freePorts gives the ports of this machine
 */
record SandboxHousing(InterpreterStandIns standIns, FreePorts freePorts) implements Housing {

    @Override
    public Housed prepare(StartFile file, LaunchRequest request, Path scratch, String runId, OptionalInt debugPort)
            throws IOException, StartFailure {
        int outside = freePorts.find();
        List<InterpreterMapping> mappings = standIns.furnish(file, scratch.resolve(SandboxCommand.LANGUAGES));
        SandboxCommand sandbox = new SandboxCommand(
                request.folder().path(),
                scratch,
                outside,
                request.port(),
                mappings.stream().map(mapping -> Path.of(mapping.localPath())).toList(),
                debugPort);
        Map<String, String> environment = InstanceEnvironment.sandboxed(request, runId);
        if (debugPort.isPresent()) {
            // The network is the sandbox's own; of this machine only the loopback address leads to it.
            DebugSetup setup = new DebugSetup(debugPort.getAsInt(), "0.0.0.0", SandboxCommand.DEBUG);
            setup.write(scratch.resolve(SandboxCommand.DEBUG_FILES));
            environment = setup.over(environment, file);
        }
        StartCommand command = new StartCommand(
                sandbox.running(SandboxCommand.CODE + "/" + FunctionFolder.START_FILE), scratch, environment, true);
        return new Housed(command, mappings, new SandboxDoorway(request.port(), outside));
    }
}
