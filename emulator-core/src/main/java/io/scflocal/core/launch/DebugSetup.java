package io.scflocal.core.launch;

import io.scflocal.core.function.StartFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes Node.js, Python and Java wait for a debugger's connection, by variables and small files only, so that the start file stays as it
 * is. The first process of a language that is no package manager takes the port; its children do not try.
 *
 * @param port where they listen
 * @param address the address on which they listen
 * @param directory where the small files are, as the processes see it
 */
record DebugSetup(int port, String address, String directory) {
    /** The last line of a Python function that can't be debugged. */
    static final String NO_DEBUGPY = "scf-local: debugpy is not installed for ";

    private static final String NODE_HOOK = "debug.cjs";
    private static final String PYTHON_HOOK = "sitecustomize.py";
    private static final Pattern JAVA = Pattern.compile("\\bjava(?:\\d+)?\\b");

    /** Opened here and not by --inspect, which npm would take for itself when it is what the start file runs. */
    private static final String NODE =
            """
            'use strict';
            const { isMainThread } = require('worker_threads');
            const program = require('path').basename(process.argv[1] || '');
            if (isMainThread && !/^(npm|npx|yarn|pnpm|corepack)\\b/.test(program)) {
              process.env.NODE_OPTIONS = process.env.SCF_LOCAL_NODE_OPTIONS || '';
              delete process.env.SCF_LOCAL_NODE_OPTIONS;
              require('inspector').open(%d, '%s');
            }
            """;

    /** The adapter that debugpy starts is a child, so the mark is taken away first. What it hides of that name still runs. */
    private static final String PYTHON =
            """
            import os, sys

            def wait_for_debugger():
                try:
                    import debugpy
                except ImportError:
                    sys.stderr.write('%s' + sys.executable + chr(10))
                    sys.stderr.flush()
                    os._exit(70)
                try:
                    debugpy.listen(('%s', %d))
                except Exception as error:
                    sys.stderr.write('scf-local: no debugger can connect: %%s' %% error + chr(10))

            if os.environ.pop('SCF_LOCAL_DEBUG', ''):
                wait_for_debugger()
            here = os.path.dirname(os.path.abspath(__file__))
            sys.path = [entry for entry in sys.path if os.path.abspath(entry) != here]
            sys.modules.pop('sitecustomize', None)
            try:
                import sitecustomize
            except ImportError:
                pass
            """;

    /** Writes the small files. {@code target} is the directory as this machine sees it, and is not there yet. */
    void write(Path target) throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve(NODE_HOOK), NODE.formatted(port, address));
        Files.writeString(target.resolve(PYTHON_HOOK), PYTHON.formatted(NO_DEBUGPY, address, port));
    }

    /** The variables of a function with those that debugging needs. */
    Map<String, String> over(Map<String, String> environment, StartFile file) {
        Map<String, String> variables = new LinkedHashMap<>(environment);
        if (JAVA.matcher(file.script()).find()) {
            // A Java machine ends if it can't have the port, so nothing else may take it.
            put(variables, "JAVA_TOOL_OPTIONS", " ", agent());
            return variables;
        }
        variables.put("SCF_LOCAL_NODE_OPTIONS", variables.getOrDefault("NODE_OPTIONS", ""));
        put(variables, "NODE_OPTIONS", " ", "--require \"" + directory + "/" + NODE_HOOK + "\"");
        variables.put("SCF_LOCAL_DEBUG", "1");
        put(variables, "PYTHONPATH", File.pathSeparator, directory);
        return variables;
    }

    private String agent() {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + address + ":" + port;
    }

    /** Ours first, then what was there. */
    private static void put(Map<String, String> variables, String name, String separator, String ours) {
        String before = variables.getOrDefault(name, "");
        variables.put(name, before.isEmpty() ? ours : ours + separator + before);
    }
}
