package org.tongcai.sandbox.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where events may be delivered. A subscriber chooses the address, and the platform calls it: without this, anybody could make the
 * platform call what only it can reach.
 */
final class Callbacks {
    private static final int LENGTH = 2_000;

    private final boolean local;

    /**
     * @param local whether loopback addresses are allowed, also without TLS
     */
    Callbacks(boolean local) {
        this.local = local;
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

    /** Whether all addresses that a host has now may be called. */
    boolean mayCall(URI url) {
        try {
            for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
                if (!(local && address.isLoopbackAddress()) && !isPublic(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] a = address.getAddress();
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (special) {
            return false;
        }
        if (a.length == 4) {
            int first = a[0] & 0xff;
            int second = a[1] & 0xff;
            boolean shared = first == 100 && second >= 64 && second < 128;
            return first != 0 && !shared && first < 240 && !(first == 198 && (second == 18 || second == 19));
        }
        // fc00::/7 is private; 64:ff9b::/96, 2002::/16 and 2001::/32 carry IPv4 addresses that could be anything.
        boolean unique = (a[0] & 0xfe) == 0xfc;
        boolean translated = a[0] == 0 && a[1] == 0x64 && (a[2] & 0xff) == 0xff && (a[3] & 0xff) == 0x9b;
        boolean tunnelled = a[0] == 0x20 && (a[1] == 2 || a[1] == 1 && a[2] == 0 && a[3] == 0);
        return !unique && !translated && !tunnelled;
    }
}
