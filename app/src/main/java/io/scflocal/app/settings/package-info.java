/** What the user has chosen, remembered in a small file of the user's configuration directory. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.settings;
