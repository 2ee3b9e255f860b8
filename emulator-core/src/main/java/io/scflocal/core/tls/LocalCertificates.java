package io.scflocal.core.tls;

import io.scflocal.core.time.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The authority and the gateway's certificate of this user, in PKCS #12 files that only the user can read. They are made on first use,
 * and anew before they expire; a new gateway certificate does not change the authority.
 *
 * <p>Blocks on files. Safe for several processes at once.
 */
public final class LocalCertificates {
    /** The authority's certificate, without its key, for the programs that are to trust it. */
    public static final String AUTHORITY_PEM = "scf-local-ca.pem";

    private static final String AUTHORITY = "authority.p12";
    private static final String HOST = "localhost.p12";
    private static final String LOCK = "lock";
    private static final String ENTRY = "scf-local";
    /** The files are protected by their permissions; the format wants a password nevertheless. */
    private static final char[] PASSWORD = "scf-local".toCharArray();

    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private static final Object IN_THIS_PROCESS = new Object();

    private final Path directory;
    private final Ticker ticker;
    private final CertificateMaker maker = new CertificateMaker();

    /** Certificates in {@code directory}, which is made if it is missing; nothing is read or written yet. */
    public LocalCertificates(Path directory, Ticker ticker) {
        this.directory = directory;
        this.ticker = ticker;
    }

    /** The authority's certificate, in the text form that everybody reads (RFC 7468). */
    public String authorityPem() throws IOException {
        return pem(identities().authority.certificate());
    }

    /** The file with {@link #authorityPem()}. */
    public Path authorityFile() {
        return directory.resolve(AUTHORITY_PEM);
    }

    /** What the gateway shows to its clients. */
    public SSLContext serverContext() throws IOException {
        Identities identities = identities();
        try {
            KeyStore store = store(identities.host, identities.host.certificate(), identities.authority.certificate());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate in " + directory + " can't be used: " + e.getMessage(), e);
        }
    }

    private record Identities(CertificateMaker.Identity authority, CertificateMaker.Identity host) {}

    private Identities identities() throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
        try (FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // The file keeps other processes out, but not other threads of this one.
            synchronized (IN_THIS_PROCESS) {
                channel.lock();
                return identities(Instant.ofEpochSecond(0, ticker.epochNanos()));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("No certificate can be made in " + directory + ": " + e.getMessage(), e);
        }
    }

    private Identities identities(Instant now) throws IOException, GeneralSecurityException {
        Optional<CertificateMaker.Identity> known = read(AUTHORITY).filter(found -> lasts(found, now));
        CertificateMaker.Identity authority = known.isPresent() ? known.get() : maker.authority(now);
        if (known.isEmpty()) {
            write(AUTHORITY, authority, authority.certificate());
        }
        if (known.isEmpty() || !Files.exists(authorityFile())) {
            Files.writeString(authorityFile(), pem(authority.certificate()));
        }
        Optional<CertificateMaker.Identity> host =
                read(HOST).filter(found -> lasts(found, now) && isFrom(authority, found));
        if (host.isPresent()) {
            return new Identities(authority, host.get());
        }
        CertificateMaker.Identity made = maker.host(authority, now);
        write(HOST, made, made.certificate(), authority.certificate());
        return new Identities(authority, made);
    }

    private static boolean lasts(CertificateMaker.Identity identity, Instant now) {
        return identity.certificate().getNotAfter().after(Date.from(now.plus(RENEW_BEFORE)))
                && identity.certificate().getNotBefore().before(Date.from(now));
    }

    private static boolean isFrom(CertificateMaker.Identity authority, CertificateMaker.Identity host) {
        try {
            host.certificate().verify(authority.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            // Of an authority that was replaced since.
            return false;
        }
    }

    /** What the file holds; empty if it is missing or can't be understood, so that it is made anew. */
    private Optional<CertificateMaker.Identity> read(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store.getKey(ENTRY, PASSWORD) instanceof PrivateKey key
                            && store.getCertificate(ENTRY) instanceof X509Certificate certificate
                    ? Optional.of(new CertificateMaker.Identity(certificate, key))
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException damaged) {
            return Optional.empty();
        }
    }

    private void write(String name, CertificateMaker.Identity identity, X509Certificate... chain)
            throws IOException, GeneralSecurityException {
        Path part = Files.createTempFile(directory, name, ".part", ownerOnly("rw-------"));
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                store(identity, chain).store(out, PASSWORD);
            }
            Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static KeyStore store(CertificateMaker.Identity identity, Certificate... chain)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(ENTRY, identity.key(), PASSWORD, chain);
        return store;
    }

    private static String pem(X509Certificate certificate) throws IOException {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate can't be written as text: " + e.getMessage(), e);
        }
    }

    /** Elsewhere the user's own directory is private by inheritance. */
    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
