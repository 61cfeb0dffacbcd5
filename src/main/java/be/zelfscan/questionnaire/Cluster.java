package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A titled group of building blocks. */
@Serdeable
public record Cluster(String id, String title, String source, List<BuildingBlock> blocks) {}
