/** What of the open function would go wrong in the cloud: the side bar's checks and the tab with every problem. */
@org.jspecify.annotations.NullMarked
package io.scflocal.app.checks;
