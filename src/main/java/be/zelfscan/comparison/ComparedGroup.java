package be.zelfscan.comparison;

import java.util.UUID;

/**
 * A school group for which centres of a round worked.
 *
 * @param name as it was when the round closed
 * @param centres how many of its centres took part
 * @param sent how many of these sent a scan
 */
public record ComparedGroup(UUID id, String name, int centres, int sent) {}
