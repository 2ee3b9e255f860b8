package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.core.process.Leftovers;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftoverOfferTest {
    private final Notices notices = new Notices();

    private void look(Leftovers found) {
        new LeftoverOffer(new Threads(Runnable::run, Runnable::run), notices, () -> found, () -> found).offer();
    }

    @Test
    void whatWasLeftIsEndedWhenTheUserSaysSo() {
        look(new Leftovers(2, 1));
        Notice offer = notices.shown().get(0);
        assertEquals("notice.leftovers", offer.textKey());
        assertEquals(List.of(2, 1), offer.arguments());
        notices.dismiss(offer);
        offer.remedy().orElseThrow().run().run();
        assertEquals("notice.leftovers.ended", notices.shown().get(0).textKey());
    }

    @Test
    void nothingIsOfferedWhereNothingWasLeft() {
        look(new Leftovers(0, 0));
        assertEquals(List.of(), notices.shown());
    }
}
