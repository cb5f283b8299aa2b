"""Files in an S3 bucket of any maker, by boto3."""

import functools
import os
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from django.conf import settings

from marketplace.kit.files import PUBLIC, QUARANTINE, FileMissing, cache_control, checked, content_type, is_key, public_url

_MISSING = {"404", "NoSuchKey", "NotFound"}


class S3Files:
    """Files in one bucket. Failures of the network and of the server are boto3's exceptions, after its retries."""

    def __init__(self, *, endpoint: str, bucket: str, region: str, access_key_id: str, secret_access_key: str) -> None:
        self._bucket = bucket
        self.client: Any = boto3.client(
            "s3",
            endpoint_url=endpoint,
            region_name=region,
            aws_access_key_id=access_key_id,
            aws_secret_access_key=secret_access_key,
            config=Config(
                connect_timeout=3,
                read_timeout=15,
                retries={"mode": "standard", "total_max_attempts": 4},
                signature_version="s3v4",
                # What every maker's server understands: the bucket in the path, no checksum trailers.
                s3={"addressing_style": "path"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        )

    def put(self, key: str, content: bytes) -> None:
        """See Files."""
        self.client.put_object(
            Bucket=self._bucket, Key=checked(key), Body=content, ContentType=content_type(key), CacheControl=cache_control(key)
        )

    def get(self, key: str) -> bytes:
        """See Files."""
        try:
            answer = self.client.get_object(Bucket=self._bucket, Key=checked(key))
        except ClientError as error:
            if _is_missing(error):
                raise FileMissing(key) from None
            raise
        with answer["Body"] as body:
            return bytes(body.read())

    def delete(self, key: str) -> None:
        """See Files."""
        try:
            self.client.delete_object(Bucket=self._bucket, Key=checked(key))
        except ClientError as error:
            if not _is_missing(error):
                raise

    def exists(self, key: str) -> bool:
        """See Files."""
        try:
            self.client.head_object(Bucket=self._bucket, Key=checked(key))
        except ClientError as error:
            if _is_missing(error):
                return False
            raise
        return True

    def url(self, key: str) -> str:
        """See Files."""
        return public_url(key)

    def keys(self, prefix: str, *, before: datetime) -> Iterator[str]:
        """See Files."""
        if prefix not in {PUBLIC, QUARANTINE}:
            raise ValueError(f"not a prefix of ours: {prefix!r}")
        for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=prefix):
            for entry in page.get("Contents", []):
                if is_key(entry["Key"]) and entry["LastModified"] < before:
                    yield entry["Key"]


def _is_missing(error: ClientError) -> bool:
    return error.response.get("Error", {}).get("Code") in _MISSING


def configured() -> S3Files:
    """The bucket that the settings name; one client per process, because a forked process must not share connections."""
    return _client(
        os.getpid(),
        settings.S3_ENDPOINT_URL, settings.S3_BUCKET, settings.S3_REGION,
        settings.S3_ACCESS_KEY_ID, settings.S3_SECRET_ACCESS_KEY,
    )  # fmt: skip


@functools.lru_cache(maxsize=4)
def _client(_pid: int, endpoint: str, bucket: str, region: str, access_key_id: str, secret_access_key: str) -> S3Files:
    return S3Files(
        endpoint=endpoint, bucket=bucket, region=region, access_key_id=access_key_id, secret_access_key=secret_access_key
    )
