"""The data behind the pages, for programs.

What is published of an article is what its page shows: the cited sentences and no others, for
the article belongs to its publisher.
"""

from __future__ import annotations

import json
from pathlib import PurePath

from summarizer.publishing.article_view import ArticleView, cited_sentences


def summary_json(view: ArticleView) -> str:
    """The JSON of a summary in one language, with the translation of each text it has."""
    summary = view.summary
    cited = set(cited_sentences(summary))
    data = summary.model_dump(mode="json")
    data["path"] = PurePath(summary.path.replace("\\", "/")).name
    data["sentences"] = [one for one in data["sentences"] if one["id"] in cited]
    if view.progress is not None:
        data["translation"] = {
            "language": view.language,
            "texts": [
                {
                    "kind": kind.value,
                    "original": original,
                    "state": translation.state.value,
                    "text": translation.text if translation.state.translated else None,
                }
                for kind, texts in sorted(view.edition.translations.items())
                for original, translation in sorted(texts.items())
            ],
        }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
