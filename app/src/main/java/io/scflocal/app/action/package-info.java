/** What the user can do, each thing under one name: for keys, menus, the list of keys and the command palette. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.action;
