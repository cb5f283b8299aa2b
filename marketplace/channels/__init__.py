"""Channels: where and in which currency we sell."""
