package be.zelfscan.organisation.sheet;

import java.util.UUID;

/** What somebody uploaded and has not confirmed yet. */
record ImportDraft(UUID id, String fileName, SheetContent content) {}
