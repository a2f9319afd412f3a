<?php
/** Installs the WordPress in the folder it is given, with the posts of `posts.ts`. */
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('The Daily Host', 'editor', 'editor@localhost.invalid', false, '', 'editor');
wp_create_user('author', 'author', 'author@localhost.invalid');
get_user_by('login', 'author')->set_role('author');
wp_delete_post(1, true);
wp_delete_post(2, true);

foreach (json_decode(getenv('TRY_POSTS'), true) as $post) {
    // Who may not write raw HTML has it taken out by WordPress itself, here as in its editor.
    wp_set_current_user(get_user_by('login', $post['author'])->ID);
    wp_insert_post(wp_slash([
        'post_title' => $post['title'],
        'post_name' => $post['slug'],
        'post_content' => $post['content'],
        'post_status' => 'publish',
    ]));
}
