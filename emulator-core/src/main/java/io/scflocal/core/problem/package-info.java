/** What works here but would not, or might not, work in the cloud, collected while it happens. */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.problem;
