package be.zelfscan.web;

/**
 * What the page around a page shows.
 *
 * @param title of the page
 * @param context what stands in the header beside the name of the product: centre and round; empty when none
 * @param person name of who is signed in; empty when nobody
 * @param personId identifies who is signed in; empty when nobody
 * @param support whether that is somebody of the team that supports the whole net, whose pages are then one click away
 * @param demonstration whether this service shows invented data
 * @param path of the page
 */
public record PageLayout(String title, String context, String person, String personId, boolean support, boolean demonstration,
        boolean mailbox,
        String path) {
    public boolean isSignedIn() {
        return !person.isEmpty();
    }
}
