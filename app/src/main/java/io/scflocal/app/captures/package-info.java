/** What is done with whole captures in the window: exported, imported, opened again, kept where the user wants them. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.captures;
