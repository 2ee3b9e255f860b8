/** The programs of this machine that stand in for the platform's interpreters: where they are, their versions, and what names them. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.interpreter;
