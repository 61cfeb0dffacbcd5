package be.zelfscan.database;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** The order of names in queries: that of {@code name_order} in the database, which {@code Names.IN_ORDER} has in Java. */
public final class NameOrder {
    private NameOrder() {}

    public static Field<byte[]> of(Field<String> name) {
        return DSL.field("name_order({0})", byte[].class, name);
    }
}
