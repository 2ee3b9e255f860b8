package io.scflocal.core.instance;

import java.nio.file.Path;
import java.util.List;

/**
 * What is started in the end.
 *
 * @param executable the user's start file, or a temporary copy of it
 * @param mappings what stands in for interpreters of the platform; empty for the user's own file
 */
record PreparedStart(Path executable, List<InterpreterMapping> mappings) {}
