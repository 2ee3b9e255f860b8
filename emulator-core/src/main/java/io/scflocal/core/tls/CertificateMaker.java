package io.scflocal.core.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the two certificates: a certificate authority that may vouch for this machine's loopback addresses and nothing else, and the
 * certificate of the gateway. Source: RFC 5280.
 */
final class CertificateMaker {
    /** Browsers refuse a longer life of a host's certificate. */
    static final Duration HOST_LIFE = Duration.ofDays(397);

    static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    private static final List<String> ADDRESSES = List.of("127.0.0.1", "::1");
    private static final String HOST = "localhost";
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_KEY_ID = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String AUTHORITY_KEY_ID = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final int DIGITAL_SIGNATURE = 0x80;
    private static final int SIGN_CERTIFICATES_AND_LISTS = 0x06;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 127;

    private final SecureRandom random = new SecureRandom();

    /** A certificate and the key that belongs to it. */
    record Identity(X509Certificate certificate, PrivateKey key) {}

    /** An authority of its own key. */
    Identity authority(Instant now) throws GeneralSecurityException {
        KeyPair keys = keys();
        byte[] name = name("SCF Local CA " + Long.toHexString(random.nextLong() | Long.MIN_VALUE));
        byte[] extensions = Der.sequence(
                extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.yes(), Der.integer(BigInteger.ZERO))),
                extension(KEY_USAGE, true, Der.flags(SIGN_CERTIFICATES_AND_LISTS)),
                extension(NAME_CONSTRAINTS, true, Der.sequence(Der.context(0, true, subtrees()))),
                extension(SUBJECT_KEY_ID, false, Der.of(Der.OCTETS, keyId(keys.getPublic()))));
        return new Identity(
                sign(name, name, keys.getPublic(), new Life(now, AUTHORITY_LIFE), extensions, keys.getPrivate()),
                keys.getPrivate());
    }

    /** The gateway's certificate, vouched for by {@code authority}. */
    Identity host(Identity authority, Instant now) throws GeneralSecurityException {
        KeyPair keys = keys();
        byte[] extensions = Der.sequence(
                extension(BASIC_CONSTRAINTS, true, Der.sequence()),
                extension(KEY_USAGE, true, Der.flags(DIGITAL_SIGNATURE)),
                extension(EXTENDED_KEY_USAGE, false, Der.sequence(Der.object(SERVER_AUTH))),
                extension(ALTERNATIVE_NAMES, false, Der.sequence(alternativeNames())),
                extension(SUBJECT_KEY_ID, false, Der.of(Der.OCTETS, keyId(keys.getPublic()))),
                extension(
                        AUTHORITY_KEY_ID,
                        false,
                        Der.sequence(Der.context(
                                0, false, keyId(authority.certificate().getPublicKey())))));
        byte[] issuer = authority.certificate().getSubjectX500Principal().getEncoded();
        return new Identity(
                sign(issuer, name(HOST), keys.getPublic(), new Life(now, HOST_LIFE), extensions, authority.key()),
                keys.getPrivate());
    }

    private record Life(Instant from, Duration length) {
        byte[] der() {
            return Der.sequence(
                    Der.time(from.minus(CLOCK_SKEW)), Der.time(from.plus(length).minus(CLOCK_SKEW)));
        }
    }

    private X509Certificate sign(
            byte[] issuer, byte[] subject, PublicKey key, Life life, byte[] extensions, PrivateKey signer)
            throws GeneralSecurityException {
        byte[] algorithm = Der.sequence(Der.object(ECDSA_SHA256));
        byte[] body = Der.sequence(
                Der.context(0, true, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1)),
                algorithm,
                issuer,
                life.der(),
                subject,
                key.getEncoded(),
                Der.context(3, true, extensions));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer, random);
        signature.update(body);
        byte[] certificate = Der.sequence(body, algorithm, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    private KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.of(Der.SET, Der.sequence(Der.object(COMMON_NAME), Der.utf8(commonName))));
    }

    private static byte[] extension(String id, boolean critical, byte[] value) {
        byte[] octets = Der.of(Der.OCTETS, value);
        return critical ? Der.sequence(Der.object(id), Der.yes(), octets) : Der.sequence(Der.object(id), octets);
    }

    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Arrays.copyOf(digest, 20);
    }

    private static byte[] alternativeNames() {
        byte[][] names = new byte[ADDRESSES.size() + 1][];
        names[0] = Der.context(DNS_NAME, false, HOST.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < ADDRESSES.size(); i++) {
            names[i + 1] = Der.context(IP_ADDRESS, false, address(ADDRESSES.get(i)));
        }
        return join(names);
    }

    /** The names that the authority may vouch for, so that a stolen key can't pretend to be anybody else. */
    private static byte[] subtrees() {
        byte[][] trees = new byte[ADDRESSES.size() + 1][];
        trees[0] = Der.sequence(Der.context(DNS_NAME, false, HOST.getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < ADDRESSES.size(); i++) {
            byte[] address = address(ADDRESSES.get(i));
            byte[] mask = new byte[address.length];
            Arrays.fill(mask, (byte) -1);
            trees[i + 1] = Der.sequence(Der.context(IP_ADDRESS, false, address, mask));
        }
        return join(trees);
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] address(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(literal + " is no literal address", e);
        }
    }
}
