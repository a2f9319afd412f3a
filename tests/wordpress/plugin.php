<?php
/** A must-use plugin: the theme of this address, and what an administrator can do for a server of explainers. */
foreach (['template', 'stylesheet'] as $option) {
    add_filter("pre_option_$option", fn() => getenv('TRY_THEME'));
}
// A post's address is its name.
add_filter('pre_option_permalink_structure', fn() => '/%postname%/');
// WordPress asks other servers on the usual ports only; ours is on whichever was free.
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, (int) parse_url(getenv('TRY_EXPLAINERS'), PHP_URL_PORT)]);
// One story is on the list of providers, as its administrator may put it; the others are found by WordPress itself.
wp_oembed_add_provider(getenv('TRY_LISTED'), getenv('TRY_LISTED') . 'oembed.json');
