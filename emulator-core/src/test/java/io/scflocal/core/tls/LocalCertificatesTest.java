package io.scflocal.core.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.time.ManualTicker;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCertificatesTest {
    @TempDir
    Path user;

    private final ManualTicker ticker = new ManualTicker();

    @Test
    void onlyTheUserMayReadTheKeys() throws Exception {
        Path directory = user.resolve("tls");
        new LocalCertificates(directory, ticker).serverContext();
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"), "no permissions here");
        assertEquals("rwx------", permissions(directory));
        assertEquals("rw-------", permissions(directory.resolve("authority.p12")));
        assertEquals("rw-------", permissions(directory.resolve("localhost.p12")));
    }

    @Test
    void hostIsVouchedForByTheAuthority() throws Exception {
        LocalCertificates certificates = certificates();
        certificates.serverContext();
        X509Certificate host = host();
        validate(authority(certificates), host);
        assertEquals(
                Set.of(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1")),
                Set.copyOf(host.getSubjectAlternativeNames()));
        assertEquals(-1, host.getBasicConstraints());
        assertTrue(Duration.between(
                                host.getNotBefore().toInstant(),
                                host.getNotAfter().toInstant())
                        .toDays()
                <= 397);
    }

    @Test
    void authorityCantVouchForAnotherName() throws Exception {
        CertificateMaker maker = new CertificateMaker();
        CertificateMaker.Identity authority = maker.authority(now());
        assertTrue(authority.certificate().getCriticalExtensionOIDs().contains("2.5.29.30"));
        assertEquals(0, authority.certificate().getBasicConstraints());
        CertificateMaker.Identity another = maker.authority(now());
        CertificateMaker.Identity host = maker.host(another, now());
        assertThrows(Exception.class, () -> validate(authority.certificate(), host.certificate()));
    }

    @Test
    void everythingIsKeptUntilItIsNearlyOver() throws Exception {
        certificates().serverContext();
        String pem = certificates().authorityPem();
        X509Certificate host = host();
        ticker.advance(Duration.ofDays(300));
        certificates().serverContext();
        assertEquals(host, host());
        ticker.advance(Duration.ofDays(80));
        certificates().serverContext();
        assertNotEquals(host, host());
        assertEquals(pem, certificates().authorityPem());
        assertEquals(pem, Files.readString(certificates().authorityFile()));
    }

    @Test
    void damagedFileIsMadeAnew() throws Exception {
        certificates().serverContext();
        Files.writeString(user.resolve("authority.p12"), "not a key store");
        certificates().serverContext();
        validate(authority(certificates()), host());
    }

    private LocalCertificates certificates() {
        return new LocalCertificates(user, ticker);
    }

    private Instant now() {
        return Instant.ofEpochSecond(0, ticker.epochNanos());
    }

    private void validate(X509Certificate authority, X509Certificate host) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now()));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(host)), parameters);
    }

    private X509Certificate host() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(user.resolve("localhost.p12"))) {
            store.load(in, "scf-local".toCharArray());
        }
        Certificate[] chain = store.getCertificateChain("scf-local");
        assertEquals(2, chain.length);
        return (X509Certificate) chain[0];
    }

    private static X509Certificate authority(LocalCertificates certificates) throws Exception {
        byte[] pem = certificates.authorityPem().getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
