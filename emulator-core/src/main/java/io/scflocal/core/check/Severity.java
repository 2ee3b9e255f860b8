package io.scflocal.core.check;

/** How bad a finding is. The worst comes first. */
public enum Severity {
    /** The function does not start in the cloud, or the cloud refuses it. */
    ERROR,
    /** It starts, but something of it will probably fail there. */
    WARNING,
    /** Worth knowing. */
    INFO
}
