"""The Textual app: session, navigation, key queue, shutdown and user settings."""
