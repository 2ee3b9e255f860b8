package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({"0,0 B", "1023,1023 B", "1024,1.0 KB", "10137,9.9 KB", "10240,10 KB", "421888,412 KB", "1363149,1.3 MB"
    })
    void bytesAreWrittenInTheLargestUnit(long bytes, String text) {
        assertEquals(text, Quantities.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "1200,1.2 k", "85000,85 k", "1140000,1.1 M"})
    void countsAreWrittenInThousands(double count, String text) {
        assertEquals(text, Quantities.count(count));
    }
}
