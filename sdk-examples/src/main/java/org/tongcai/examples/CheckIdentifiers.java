package org.tongcai.examples;

import org.tongcai.identifier.CreditCode;
import org.tongcai.identifier.IdentifierKind;
import org.tongcai.identifier.IdentifierProblem;

/** Check identifiers without any document: in a form field, in a database, on the command line. */
public final class CheckIdentifiers {
    private CheckIdentifiers() {}

    /** No arguments. */
    public static void main(String[] args) {
        // Seventeen characters and the check character that GB 32100 demands; this organisation does not exist.
        String body = "91530102MA0TCY01X";
        String code = body + CreditCode.checkCharacter(body);
        System.out.println(code + " valid: " + CreditCode.isValid(code));

        // A typing error: the problem says what is wrong, where, and what should stand there.
        IdentifierProblem problem = CreditCode.check(body + "9");
        if (problem != null) {
            System.out.println(problem.messageZh());
            System.out.println(problem.messageEn() + ", expected " + problem.expected());
        }

        // People write spaces, lower case and full-width characters: normalise first where that is acceptable.
        String typed = " ９1530102ma0tcy01xa ";
        System.out.println(CreditCode.isValid(typed) + " -> " + CreditCode.isValid(CreditCode.normalise(typed)));

        // Every kind works the same; personal ones can be masked before they are logged.
        String residentId = "11010519491231002X"; // the example of GB 11643
        System.out.println(IdentifierKind.RESIDENT_ID.zh() + " " + IdentifierKind.RESIDENT_ID.isValid(residentId) + " "
                + IdentifierKind.RESIDENT_ID.mask(residentId));
    }
}
