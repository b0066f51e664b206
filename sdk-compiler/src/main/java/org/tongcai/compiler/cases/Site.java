package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tongcai.bundle.TypeDefinition;

/**
 * A place in a document where an object of a type stands.
 *
 * @param type the object's type, never a union
 * @param pointer where it stands, once set up
 * @param setUp operations on the maximal document that bring it there; empty for none
 * @param object what stands there then
 */
record Site(TypeDefinition type, String pointer, ArrayNode setUp, ObjectNode object) {

    /** The same place holding another object. */
    Site with(ObjectNode other) {
        ArrayNode operations = setUp.deepCopy();
        operations.add(operation("replace", pointer).set("value", other));
        return new Site(type, pointer, operations, other);
    }

    /** The pointer to a member. */
    String at(String member) {
        return pointer + "/" + member;
    }

    static ObjectNode operation(String op, String path) {
        return JsonNodeFactory.instance.objectNode().put("op", op).put("path", path);
    }
}
