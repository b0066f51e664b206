package org.tongcai.identifier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Administrative division code 行政区划代码 by its shape, GB/T 2260-2007: two digits each for province, prefecture and
 * county, padded with 00.
 *
 * <p>Whether the division exists, and since when, is a question for the code list.
 */
public final class RegionCode extends Identifier {

    private RegionCode(String value) {
        super(IdentifierKind.REGION_CODE, value);
    }

    /**
     * The region code that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static RegionCode parse(String text) {
        return new RegionCode(IdentifierKind.REGION_CODE.require(text));
    }

    /** Whether {@code text} is a valid region code as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.REGION_CODE.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.REGION_CODE.check(text);
    }

    /** Trims, turns full-width characters into half-width ones and lower case into upper case. */
    public static String normalise(String text) {
        return IdentifierKind.REGION_CODE.normalise(text);
    }

    /** The three levels of GB/T 2260. */
    public enum Level {
        /** 省、自治区、直辖市、特别行政区. */
        PROVINCE,
        /** 地级市、地区、自治州、盟. */
        PREFECTURE,
        /** 县、县级市、市辖区. */
        COUNTY
    }

    /** The level that the zeros show. */
    public Level level() {
        if (!value().endsWith("00")) {
            return Level.COUNTY;
        }
        return value().endsWith("0000") ? Level.PROVINCE : Level.PREFECTURE;
    }

    /** The province that this division lies in, itself for a province. */
    public RegionCode province() {
        return new RegionCode(value().substring(0, 2) + "0000");
    }

    /** The prefecture that this division lies in, itself for a prefecture; empty for a province. */
    public Optional<RegionCode> prefecture() {
        return level() == Level.PROVINCE
                ? Optional.empty()
                : Optional.of(new RegionCode(value().substring(0, 4) + "00"));
    }

    /** The division one level up; empty for a province. */
    public Optional<RegionCode> parent() {
        return level() == Level.COUNTY
                ? prefecture()
                : level() == Level.PREFECTURE ? Optional.of(province()) : Optional.empty();
    }
}
