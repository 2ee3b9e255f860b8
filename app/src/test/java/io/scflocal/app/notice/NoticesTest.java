package io.scflocal.app.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private final Notices notices = new Notices();

    private List<String> shown() {
        return notices.shown().stream().map(Notice::textKey).toList();
    }

    @Test
    void theOldestMakesRoom() {
        IntStream.rangeClosed(1, 5).forEach(number -> notices.show(Notice.done("n" + number)));
        assertEquals(List.of("n3", "n4", "n5"), shown());
    }

    @Test
    void theSameTextIsShownOnce() {
        notices.show(Notice.problem("n1", 1));
        notices.show(Notice.done("n2"));
        notices.show(Notice.problem("n1", 2));
        assertEquals(List.of("n2", "n1"), shown());
        assertEquals(List.of(2), notices.shown().get(1).arguments());
    }

    @Test
    void aDismissedOneIsGone() {
        Notice notice = Notice.done("n1");
        notices.show(notice);
        notices.show(Notice.done("n2"));
        notices.dismiss(notice);
        notices.dismiss(notice);
        assertEquals(List.of("n2"), shown());
    }

    @Test
    void whoListensIsToldAfterACollectionOfGarbageToo() {
        List<Notice> told = new ArrayList<>();
        notices.shown().addListener((ListChangeListener<Notice>) change -> told.addAll(notices.shown()));
        System.gc();
        notices.show(Notice.done("n1"));
        assertEquals(1, told.size());
    }
}
