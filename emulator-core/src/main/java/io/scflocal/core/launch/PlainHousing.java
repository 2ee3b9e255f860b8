package io.scflocal.core.launch;

import io.scflocal.core.function.StartFile;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.port.FreePorts;
import io.scflocal.core.port.PortOwner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Plain processes on this machine, which are not kept from it.
 *
 * @param host the environment of the emulator
 * @param starts prepares start files
 * @param freePorts gives the ports
 * @param ownPorts whether every instance is offered a port of its own in {@code PORT}
 */
record PlainHousing(Map<String, String> host, StartPreparation starts, FreePorts freePorts, boolean ownPorts)
        implements Housing {
    private static final String PORT = "PORT";
    private static final String DEBUG = "debug";

    @Override
    public Housed prepare(StartFile file, LaunchRequest request, Path scratch, String runId, OptionalInt debugPort)
            throws IOException, StartFailure {
        Map<Integer, Separation> ports = new LinkedHashMap<>();
        Map<String, String> environment = InstanceEnvironment.of(request, host, runId);
        if (ownPorts && !environment.containsKey(PORT)) {
            int own = freePorts.find();
            environment.put(PORT, Integer.toString(own));
            ports.put(own, Separation.OWN_PORT);
        }
        if (ports.isEmpty()) {
            checkPortIsFree(request.port());
        }
        if (ports.isEmpty() || !PortOwner.isTaken(request.port())) {
            ports.put(request.port(), Separation.SHARED);
        }
        PreparedStart prepared = starts.prepare(file, request.folder(), scratch);
        if (debugPort.isPresent()) {
            Path debug = scratch.resolve(DEBUG);
            DebugSetup setup = new DebugSetup(debugPort.getAsInt(), "127.0.0.1", slashed(debug));
            setup.write(debug);
            environment = setup.over(environment, file);
        }
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.putAll(prepared.variables());
        StartCommand command =
                new StartCommand(prepared.words(), request.folder().path(), variables, false);
        return new Housed(command, prepared.mappings(), new PlainDoorway(ports));
    }

    /** As the variables take it on every system. */
    private static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    private static void checkPortIsFree(int port) throws StartFailure {
        if (!PortOwner.isTaken(port)) {
            return;
        }
        Optional<PortOwner> owner = PortOwner.of(port);
        String pid = owner.map(holder -> Long.toString(holder.pid())).orElse("");
        String command = owner.map(PortOwner::command).orElse("");
        String holder = owner.isPresent() ? " by process " + pid + " " + command : "";
        throw new StartFailure(
                StartProblem.FUNCTION_PORT_BUSY,
                "Port " + port + " of the function is taken" + holder.stripTrailing() + ".",
                List.of(Integer.toString(port), pid, command),
                List.of());
    }
}
