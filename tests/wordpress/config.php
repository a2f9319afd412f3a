<?php
/** WordPress as `try.ts` starts it: everything is in one temporary folder, and one database serves an address for each theme. */
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('TRY_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

define('WP_HOME', getenv('TRY_ADDRESS'));
define('WP_SITEURL', WP_HOME);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', 'only on this machine');
    define($name . '_SALT', 'only for this hour');
}

// It asks nothing of anybody but this machine, and never itself: PHP's own server answers one request at a time.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);

define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
