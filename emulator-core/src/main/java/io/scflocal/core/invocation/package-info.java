/** One connection is one invocation: its life, its deadlines, its end and its log. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.invocation;
