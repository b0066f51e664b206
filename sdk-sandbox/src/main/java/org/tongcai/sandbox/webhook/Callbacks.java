package org.tongcai.sandbox.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events may be delivered. A subscriber chooses the address, and the platform calls it: without this, anybody could make the
 * platform call what only it can reach. Immutable.
 */
public final class Callbacks {
    private static final int LENGTH = 2_000;

    private final boolean local;
    private final Resolver resolver;

    /** Looks up names. */
    @FunctionalInterface
    interface Resolver {
        /** All addresses of a host, which may be an address itself. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * @param local whether loopback addresses are allowed, also without TLS
     */
    public Callbacks(boolean local) {
        this(local, InetAddress::getAllByName);
    }

    Callbacks(boolean local, Resolver resolver) {
        this.local = local;
        this.resolver = resolver;
    }

    /** Why an address cannot be subscribed; null where it can. Names are looked up when something is delivered. */
    @Nullable
    String refuses(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return "it is no URL";
        }
        String host = url.getHost();
        if (text.length() > LENGTH || host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return "it must have a host, and neither user nor fragment";
        }
        if ("https".equals(url.getScheme())) {
            return null;
        }
        return local && "http".equals(url.getScheme()) && isLoopback(host) ? null : "it must be https";
    }

    private static boolean isLoopback(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    }

    /**
     * The addresses that a host has now, all of which may be called: whoever connects to one of them, and looks up nothing more, calls
     * nothing else, even where the name stands for another address a moment later.
     *
     * @throws UnknownHostException if there are none, or one may not be called
     */
    List<InetAddress> addresses(String host) throws UnknownHostException {
        List<InetAddress> addresses = List.of(resolver.resolve(host));
        for (InetAddress address : addresses) {
            if (!(local && address.isLoopbackAddress()) && !isPublic(address)) {
                throw new UnknownHostException("an address of the host is not public");
            }
        }
        if (addresses.isEmpty()) {
            throw new UnknownHostException("the host has no address");
        }
        return addresses;
    }

    /** Whether an address is of the internet: not of this machine, a private network, or a service of the place where we run. */
    static boolean isPublic(InetAddress address) {
        // Java reads an IPv4 address within IPv6 (::ffff:0:0/96) as the IPv4 address.
        byte[] a = address.getAddress();
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && (a.length == 4 ? isPublic4(a) : isPublic6(a));
    }

    /** Registry of special-purpose addresses of RFC 6890, as far as Java does not know it. */
    private static boolean isPublic4(byte[] a) {
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        int third = a[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean documentation =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 240 && !shared && !protocols && !benchmarks && !documentation;
    }

    /** Global unicast is 2000::/3; 2001::/23 (Teredo among it), 2001:db8::/32 and 2002::/16 are not what they seem. */
    private static boolean isPublic6(byte[] a) {
        boolean global = (a[0] & 0xe0) == 0x20;
        boolean protocols = a[0] == 0x20 && a[1] == 1 && (a[2] & 0xfe) == 0;
        boolean documentation = a[0] == 0x20 && a[1] == 1 && a[2] == 0x0d && (a[3] & 0xff) == 0xb8;
        boolean tunnelled = a[0] == 0x20 && a[1] == 2;
        return global && !protocols && !documentation && !tunnelled;
    }
}
