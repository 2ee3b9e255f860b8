package io.scflocal.app.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/**
 * One of the tabs below the frames.
 *
 * @param id the tab's node id, also under which its choice is remembered
 * @param title its title, which may change
 * @param content what it shows
 */
public record BottomTab(String id, ObservableValue<String> title, Region content) {}
