package io.scflocal.core.launch;

import io.scflocal.core.interpreter.InterpreterMapping;
import java.util.List;
import java.util.Map;

/**
 * What is started in the end.
 *
 * @param words the user's start file or a temporary copy of it, or a program with its arguments that runs one of them
 * @param variables what it needs besides the function's environment
 * @param mappings what stands in for interpreters of the platform; empty for the user's own file
 */
record PreparedStart(List<String> words, Map<String, String> variables, List<InterpreterMapping> mappings) {

    /** A start without variables of its own. */
    PreparedStart(List<String> words, List<InterpreterMapping> mappings) {
        this(words, Map.of(), mappings);
    }
}
