package io.scflocal.core.instance;

/**
 * One interpreter of the platform and what stands in for it on this machine.
 *
 * @param platformPath path as the start file names it, for example {@code /var/lang/node20/bin/node}
 * @param localPath path of the program that is run instead
 */
public record InterpreterMapping(String platformPath, String localPath) {}
