/** The processes of a function: started, watched, measured and ended as whole trees. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.instance;
