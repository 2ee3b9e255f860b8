/** The window: tool bar, panes, menus, shortcuts, themes, status bar. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.shell;
