"""The engines that the model is compared with, on the same splits: VADER, n-gram regression, the frozen encoder."""

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

VADER_CLEAR = 0.05  # from which |compound| on VADER's authors call a text positive or negative
WORKPLACE_WEIGHT = 6.0  # weight of a workplace text beside a public one, as in the prototype


def vader(comments):
    """Called tones (-1, 0, 1) and scores."""
    analyser = SentimentIntensityAnalyzer()
    score = np.array([analyser.polarity_scores(comment.text)["compound"] for comment in comments])
    return np.where(score >= VADER_CLEAR, 1, np.where(score <= -VADER_CLEAR, -1, 0)), score


def _judge(model, features):
    shares = model.predict_proba(features)
    return shares.argmax(1) - 1, shares[:, 2] - shares[:, 0]


class NgramRegression:
    """Logistic regression on words, word pairs and character runs of three to five."""

    def __init__(self, public, workplace):
        texts = [comment.text for comment in public + workplace]
        self._words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
        self._runs = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=5, sublinear_tf=True, max_features=60_000)
        features = hstack([self._words.fit_transform(texts), self._runs.fit_transform(texts)]).tocsr()
        weight = np.r_[np.ones(len(public)), np.full(len(workplace), WORKPLACE_WEIGHT)]
        tones = [comment.tone for comment in public + workplace]
        self._model = LogisticRegression(C=2.0, max_iter=60, tol=1e-3).fit(features, tones, weight)

    def judge(self, comments):
        """Called tones and scores."""
        texts = [comment.text for comment in comments]
        return _judge(self._model, hstack([self._words.transform(texts), self._runs.transform(texts)]).tocsr())


class FrozenRegression:
    """Logistic regression on the states of the base encoder, which saw no label; workplace texts only."""

    def __init__(self, states, tones):
        self._model = LogisticRegression(C=1.0, max_iter=500, class_weight="balanced").fit(self._scaled(states), tones)

    @staticmethod
    def _scaled(states):
        return states / np.linalg.norm(states, axis=1, keepdims=True) * 10

    def judge(self, states):
        """Called tones and scores."""
        return _judge(self._model, self._scaled(states))
